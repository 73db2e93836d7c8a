package gatehouse.web.inventory;

import java.util.Optional;

/** Renames a node, moves it with everything below, or both; what is absent stays. */
public record NodePatch(Optional<String> name, Optional<String> parent) {}
