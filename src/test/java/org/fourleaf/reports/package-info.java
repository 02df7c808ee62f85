@NullMarked
package org.fourleaf.reports;

import org.jspecify.annotations.NullMarked;
