/** Tests of the web conventions. */
@NullMarked
package org.fourleaf.platform.web;

import org.jspecify.annotations.NullMarked;
