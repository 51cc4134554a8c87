/** Small charts for templates: where lines and bars stand in an SVG, and what they say. */
@NullMarked
package io.keystile.app.console.chart;

import org.jspecify.annotations.NullMarked;
