package gatehouse.web.inventory;

import java.util.Optional;

/** @param parent id; the root when absent */
public record NewNode(String name, Optional<String> parent) {}
