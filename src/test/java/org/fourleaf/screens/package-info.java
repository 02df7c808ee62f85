@org.jspecify.annotations.NullMarked
package org.fourleaf.screens;
