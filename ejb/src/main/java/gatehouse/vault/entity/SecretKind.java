package gatehouse.vault.entity;

/** What an account proves itself with. */
public enum SecretKind {
    PASSWORD,
    /** A private key in OpenSSH or PEM form, with or without passphrase. */
    SSH_KEY
}
