/** The house's own rules: formatting, module borders, names. They fail the build like any other test. */
@NullMarked
package org.fourleaf.house;

import org.jspecify.annotations.NullMarked;
