/**
 * Sessions while they run: watched, locked, shared, limited, ended.
 *
 * <p>R11.20 A lock drops what the person types and shows a banner; the target's output goes on. R11.21 Only what a person types
 * resets the idle timer. R11.22 A watcher joins with the current screen; one that is slow is dropped to a fresh picture and never
 * slows the session. R11.23 A session that is ended says why, to the person, in its row and in its recording. R11.24 What several
 * people type is attributed in the recording, each piece to one person. R11.25 Who loses the right to watch watches no more.
 *
 * <p>INVARIANT: what goes to the person and what goes to the target is delivered one after the other (R1.3), although banners,
 * watchers and helpers come from other threads.
 */
package gatehouse.session.control.live;
