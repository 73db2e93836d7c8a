package gatehouse.inventory.boundary;

import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.PresentedKey;
import gatehouse.inventory.entity.TrustVerdict;
import gatehouse.kernel.Caller;
import jakarta.ejb.Stateless;
import java.util.List;

/** The host keys that assets have shown, and which of them are trusted. */
@Stateless
public class HostKeys {
    /** Asked before a secret is sent. Records an unknown key as pending or accepted, as the settings say. */
    public TrustVerdict check(Caller caller, AssetId asset, PresentedKey key) {
        throw new UnsupportedOperationException();
    }

    /** Key types accepted for this endpoint; a client should ask the machine for one of these first. Empty when none is known. */
    public List<String> knownKeyTypes(Caller caller, AssetId asset, int port) {
        throw new UnsupportedOperationException();
    }
}
