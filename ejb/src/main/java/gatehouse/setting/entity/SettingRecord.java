package gatehouse.setting.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A changed setting; one that was never changed has no row. */
@Entity
@Table(name = "setting_record")
public class SettingRecord {
    @Id
    private String name;

    private String content;
    private Instant changedAt;
    private UUID changedBy;

    @Version
    private int version;

    protected SettingRecord() {}

    public SettingRecord(String name) {
        this.name = name;
    }

    /** @param content JSON as {@link SettingContent} writes it */
    public void change(String content, Instant at, UUID by) {
        this.content = content;
        this.changedAt = at;
        this.changedBy = by;
    }

    public String name() {
        return name;
    }

    public String content() {
        return content;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public UUID changedBy() {
        return changedBy;
    }

    public int version() {
        return version;
    }
}
