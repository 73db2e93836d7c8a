/**
 * A terminal's screen, emulated without a window: what a person who looks at a session sees now. Used by the menu (cell widths), by
 * watchers who join (snapshot) and by command detection.
 *
 * <p>R1.1 Any bytes may come: nothing throws, memory is bounded by the screen's size. R1.2 The result does not depend on how the
 * bytes are cut into pieces.
 */
package gatehouse.session.control.screen;
