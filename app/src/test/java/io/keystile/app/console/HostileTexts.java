package io.keystile.app.console;

import java.util.List;

/**
 * Texts that have broken other pages: out of markup, attributes, scripts, addresses and templates.
 */
final class HostileTexts {

  /** What a script or an element of theirs would leave behind is called this. */
  static final String MARK = "pwned";

  static final List<String> ALL =
      List.of(
          "<script>pwned()</script>",
          "<ScRiPt>pwned()</sCrIpT>",
          "<script src=//pwned.test/x.js></script>",
          "<script/src=data:,pwned()></script>",
          "</script><script>pwned()</script>",
          "<<script>pwned();//<</script>",
          "<scr<script>ipt>pwned()</scr</script>ipt>",
          "<img src=x onerror=pwned()>",
          "<img src='x' onerror='pwned()' class=pwned>",
          "<IMG SRC=\"javascript:pwned();\">",
          "<image/src/onerror=pwned()>",
          "<svg onload=pwned()>",
          "<svg/onload=pwned()//",
          "<svg><animate onbegin=pwned() attributeName=x>",
          "<svg><script>pwned()</script></svg>",
          "<svg><use href=\"data:image/svg+xml,pwned\"/>",
          "<math><mtext></table><img src onerror=pwned()>",
          "<iframe src=javascript:pwned()></iframe>",
          "<iframe srcdoc='<script>parent.pwned()</script>'>",
          "<object data=data:text/html,pwned></object>",
          "<embed src=//pwned.test/>",
          "<base href=//pwned.test/>",
          "<meta http-equiv=refresh content=0;url=//pwned.test>",
          "<link rel=stylesheet href=//pwned.test/x.css>",
          "<style>body{display:none}</style>",
          "<style>@import '//pwned.test/x.css';</style>",
          "<form action=//pwned.test><button class=pwned>",
          "</form><form action=//pwned.test class=pwned>",
          "<input autofocus onfocus=pwned() class=pwned>",
          "<details open ontoggle=pwned() class=pwned>",
          "<body onload=pwned()>",
          "<a href=\"javascript:pwned()\" class=pwned>x</a>",
          "<a href='jAvAsCrIpT&colon;pwned()' class=pwned>x</a>",
          "<video><source onerror=pwned()></video>",
          "<marquee onstart=pwned() class=pwned>",
          "<template><b class=pwned></template>",
          "<textarea></textarea><b class=pwned>",
          "</textarea><b class=pwned>",
          "</title><script>pwned()</script>",
          "</select></option><b class=pwned>",
          "</code></pre></td></tr></table><b class=pwned>",
          "<!--<b class=pwned>",
          "--><b class=pwned>",
          "<![CDATA[<b class=pwned>]]>",
          "<?xml version='1.0'?><b class=pwned>",
          "\" onmouseover=pwned() x=\"",
          "' onmouseover=pwned() x='",
          "\" autofocus onfocus=\"pwned()\" class=\"pwned",
          "\"><b class=pwned>",
          "'><b class=pwned>",
          "` onerror=pwned() `",
          "&lt;script&gt;pwned()&lt;/script&gt;",
          "&#60;script&#62;pwned()&#60;/script&#62;",
          "%3Cscript%3Epwned()%3C/script%3E",
          "\\u003cscript\\u003epwned()\\u003c/script\\u003e",
          "javascript:pwned()",
          "data:text/html,<script>pwned()</script>",
          "${pwned} {{pwned}} #{pwned} @{pwned} <%= pwned %>",
          "'); pwned(); ('",
          "\"); pwned(); (\"",
          "'; DROP TABLE keystile_key; --",
          "\u202egnp.exe \u200b\ufeff\u0301\u0301\u0301 zalgo",
          "\ud83d\udc69\u200d\ud83d\udcbb \u0645\u0631\u062d\u0628\u0627 \u4f60\u597d \ufdfd",
          "=cmd|'/C calc'!A1",
          "<b hx-get=/console/sign-out hx-trigger=load class=pwned>");

  private HostileTexts() {}
}
