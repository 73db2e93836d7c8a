package gatehouse.session.entity;

/** Who connects where in a tunnel. */
public enum TunnelDirection {
    /** From the person to a place that the asset connects to ({@code ssh -L}, {@code -D}, {@code -W}). */
    LOCAL,
    /** From somebody who connected where the asset listens, to the person ({@code ssh -R}). */
    REMOTE
}
