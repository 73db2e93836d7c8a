package gatehouse.session.control.inline;

/** Whom bytes come from. */
enum Side {
    TARGET,
    PERSON
}
