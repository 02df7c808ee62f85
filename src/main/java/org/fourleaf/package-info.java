/** Fourleaf: one package per module; see ARCHITECTURE.md for the module graph. */
@NullMarked
package org.fourleaf;

import org.jspecify.annotations.NullMarked;
