/**
 * What a plain {@code ssh user@gatehouse} meets: the interactive menu with JumpServer's keys, and the sign-in forms that name a
 * target directly.
 *
 * <p>R1.1 Keys are pushed in by I/O threads, the menu thinks on a virtual thread; while a session runs, bytes go straight to it.
 * R1.2 Nothing that somebody else named is written unescaped: control and format characters become visible. R1.3 A paste never
 * presses Enter. R1.4 Every text exists in English and in Chinese. R1.5 Only keys reset the idle timer.
 *
 * <p>Out of scope: deciding. What is listed and what may be opened comes from {@link MenuCatalogue} and {@link MenuSessions}.
 */
package gatehouse.session.control.menu;
