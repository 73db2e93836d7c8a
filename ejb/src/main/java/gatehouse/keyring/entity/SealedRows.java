package gatehouse.keyring.entity;

import java.util.List;

/**
 * Port: a table with sealed values, which keyring seals anew when their layout is an old one (R1.5). Both operations join the
 * transaction of keyring.
 */
public interface SealedRows {
    /**
     * One value of one row.
     *
     * @param key of the row
     * @param column attribute that holds it
     */
    record Value(String key, String column, SealedFor place, Sealed sealed) {}

    /**
     * The old values of the next rows, by their keys.
     *
     * @param after only rows behind this one; empty for the first
     * @param most rows
     */
    List<Value> old(String after, int most);

    /** Unless somebody else was faster: what is there then is left alone. */
    void replace(Value old, Sealed fresh);
}
