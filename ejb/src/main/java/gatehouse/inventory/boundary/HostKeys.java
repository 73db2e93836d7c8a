package gatehouse.inventory.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.entity.FreshProof;
import gatehouse.inventory.control.HostKeyRows;
import gatehouse.inventory.control.Trust;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.HostKey;
import gatehouse.inventory.entity.HostKeyId;
import gatehouse.inventory.entity.HostKeyRules;
import gatehouse.inventory.entity.InventoryRight;
import gatehouse.inventory.entity.PresentedKey;
import gatehouse.inventory.entity.TrustVerdict;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.setting.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The host keys that assets have shown, and which of them are trusted. */
@Stateless
public class HostKeys {
    @Inject
    private HostKeyRows rows;

    @Inject
    private Settings settings;

    @Inject
    private FreshProof proof;

    @Inject
    private AuditLog audit;

    /**
     * Asked before a secret is sent; no right is asked. Records an unknown key as pending or accepted, as the settings say. Has its
     * own transaction: the record stays when the connection fails.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public TrustVerdict check(Caller caller, AssetId asset, PresentedKey key) {
        List<HostKey> known = rows.of(caller.scope(), asset, key.port());
        TrustVerdict verdict = Trust.judge(known, key, settings.get(HostKeyRules.class));
        HostKey row = rows.note(caller.scope(), asset, key, known);
        switch (verdict) {
            case TrustVerdict.Trusted trusted -> {
                if (trusted.firstUse()) {
                    rows.accept(caller.scope(), row, "first use");
                    tell("host-key.accepted-at-first-use", caller, row);
                }
            }
            case TrustVerdict.Refused refused -> tell("host-key.refused", caller, row);
        }
        return verdict;
    }

    /**
     * Like {@link #check}, for a look at a machine every minute: a key that it has shown before is neither noted nor told again. No right
     * is asked.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public TrustVerdict compare(Caller caller, AssetId asset, PresentedKey key) {
        List<HostKey> known = rows.of(caller.scope(), asset, key.port());
        boolean seen = known.stream()
                .anyMatch(other -> other.keyType().equals(key.keyType())
                        && other.fingerprint().equals(key.fingerprint()));
        return seen ? Trust.judge(known, key, settings.get(HostKeyRules.class)) : check(caller, asset, key);
    }

    /**
     * Key types accepted for this endpoint; a client should ask the machine for one of these first. Empty when none is known. No
     * right is asked.
     */
    public List<String> knownKeyTypes(Caller caller, AssetId asset, int port) {
        return rows.of(caller.scope(), asset, port).stream()
                .filter(HostKey::accepted)
                .map(HostKey::keyType)
                .distinct()
                .toList();
    }

    public Page<HostKey> list(
            Caller caller, Optional<AssetId> asset, Optional<HostKey.State> state, PageRequest request) {
        caller.require(InventoryRight.HOST_KEY_VIEW);
        return rows.page(caller.scope(), asset, state, request);
    }

    /** @throws gatehouse.kernel.ProblemException {@code HOST_KEY_MISSING} */
    public HostKey require(Caller caller, HostKeyId id) {
        caller.require(InventoryRight.HOST_KEY_VIEW);
        return rows.require(caller.scope(), id);
    }

    /**
     * From now on this key is trusted; the one before it of the same type no more.
     *
     * @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED} (R6.7)
     */
    public HostKey accept(Caller caller, HostKeyId id) {
        caller.require(InventoryRight.HOST_KEY_ACCEPT);
        proof.require(caller);
        HostKey key = rows.require(caller.scope(), id);
        rows.accept(caller.scope(), key, caller.username());
        tell("host-key.accepted", caller, key);
        return key;
    }

    /** Never to be trusted; a connection that shows it is refused without further questions. */
    public HostKey reject(Caller caller, HostKeyId id) {
        caller.require(InventoryRight.HOST_KEY_ACCEPT);
        HostKey key = rows.require(caller.scope(), id);
        rows.reject(key, caller.username());
        tell("host-key.rejected", caller, key);
        return key;
    }

    /**
     * As if the machine had never shown this key: where the first use is trusted, the next key is.
     *
     * @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED} (R6.7)
     */
    public void forget(Caller caller, HostKeyId id) {
        caller.require(InventoryRight.HOST_KEY_ACCEPT);
        proof.require(caller);
        HostKey key = rows.require(caller.scope(), id);
        tell("host-key.forgotten", caller, key);
        rows.remove(caller.scope(), key);
    }

    private void tell(String type, Caller caller, HostKey key) {
        audit.record(AuditEvent.of(type, caller)
                .with("asset", AuditField.open(key.asset()))
                .with("endpoint", AuditField.open(key.host() + " port " + key.port()))
                .with("key", AuditField.open(key.keyType() + " " + key.fingerprint())));
    }
}
