package gatehouse.web.inventory;

import jakarta.ws.rs.QueryParam;

/** Narrows the list of assets; everything may be absent. */
public class AssetQuery {
    /** Id of a node: assets in it and below. */
    @QueryParam("node")
    String node;

    @QueryParam("platform")
    String platform;

    @QueryParam("zone")
    String zone;

    /** The exact name, whatever the case. */
    @QueryParam("name")
    String name;

    /** The exact address. */
    @QueryParam("address")
    String address;

    @QueryParam("active")
    String active;
}
