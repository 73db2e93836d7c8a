package gatehouse.verify.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.entity.Organisation;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.UserId;
import gatehouse.setting.boundary.Settings;
import gatehouse.setting.entity.SettingRight;
import gatehouse.verify.Eventually;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only the container can show of the boundaries: their transactions, the chain of the audit log, the resource adapters. */
@ExtendWith(ArquillianExtension.class)
class BoundaryIT {
    @EJB(lookup = "java:global/gatehouse/ejb/AuditLog!gatehouse.audit.boundary.AuditLog")
    private AuditLog audit;

    @EJB(lookup = "java:global/gatehouse/ejb/Settings!gatehouse.setting.boundary.Settings")
    private Settings settings;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager transactions;

    @Resource(lookup = "java:/gatehouse/connector/ssh")
    private Object sshConnections;

    @Resource(lookup = "java:jboss/datasources/GatehouseDS")
    private DataSource database;

    @Deployment
    static WebArchive beside() {
        return Beside.war();
    }

    @AfterEach
    void endTransaction() throws Exception {
        if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            transaction.rollback();
        }
    }

    @Test
    void aProblemRollsBackTheTransactionItHappensIn() throws Exception {
        transaction.begin();

        assertThatThrownBy(() -> settings.require(caller(), "no-such-setting")).isInstanceOf(ProblemException.class);

        assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
    }

    @Test
    void anEventIsForgottenWithTheTransactionThatItTellsOf() throws Exception {
        String type = "test." + UUID.randomUUID();
        transaction.begin();
        audit.record(event(type));
        transaction.rollback();

        assertThat(leaves(type)).isZero();
    }

    @Test
    void aRefusalIsToldAlthoughEverythingElseIsRolledBack() throws Exception {
        String type = "test." + UUID.randomUUID();
        transaction.begin();
        audit.recordAlways(event(type));
        transaction.rollback();

        assertThat(leaves(type)).isEqualTo(1);
    }

    @Test
    void eachEventGetsOnePlaceInTheChain() throws Exception {
        String type = "test." + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            audit.recordAlways(event(type));
        }

        Eventually.holds(() -> assertThat(positions(type)).isEqualTo(3));
        assertThat(count(
                        "select count(*) from gatehouse.audit_head where position >= (select max(p.position)"
                                + " from gatehouse.audit_position p join gatehouse.audit_leaf l on l.id = p.leaf where l.type = ?)",
                        type))
                .as("the head that was signed last covers them")
                .isPositive();
    }

    @Test
    void aSettingThatChangesIsInTheLogWhenTheTransactionEnds() throws Exception {
        long before = leaves("setting.changed");
        Caller caller = caller(signedInNow());
        transaction.begin();
        settings.put(caller, "recording-rules", settings.require(caller, "recording-rules"));
        assertThat(leavesElsewhere("setting.changed")).isEqualTo(before);
        transaction.commit();

        assertThat(leaves("setting.changed")).isEqualTo(before + 1);
    }

    @Test
    void theResourceAdaptersAreActive() throws IOException {
        assertThat(sshConnections.getClass().getName()).startsWith("gatehouse.connector.ssh.");

        try (Socket ssh = new Socket(InetAddress.getLoopbackAddress(), Integer.getInteger("gatehouse.ssh.port"))) {
            byte[] greeting = ssh.getInputStream().readNBytes(8);
            assertThat(new String(greeting, StandardCharsets.US_ASCII)).isEqualTo("SSH-2.0-");
        }
    }

    private static Caller caller() {
        return caller(new UUID(0, 0));
    }

    private static Caller caller(UUID signIn) {
        return new Caller(
                UserId.next(),
                "inside",
                Organisation.FIRST,
                Set.of(SettingRight.VIEW.code(), SettingRight.EDIT.code()),
                "",
                "system",
                signIn);
    }

    /** A browser's sign-in of this moment, which is a fresh proof: settings want one (R4.6). */
    private UUID signedInNow() throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("insert into gatehouse.access_sign_in"
                        + " (id, organisation, user_id, username, address, channel, client, node, cookie_hash,"
                        + " started_at, last_used_at) values (?, ?, ?, 'inside', '', 'browser', '', '', ?,"
                        + " current_timestamp, current_timestamp)")) {
            statement.setObject(1, id);
            statement.setObject(2, Organisation.FIRST.value());
            statement.setObject(3, UserId.next().value());
            statement.setBytes(4, id.toString().getBytes(StandardCharsets.US_ASCII));
            statement.executeUpdate();
        }
        return id;
    }

    private static AuditEvent event(String type) {
        return AuditEvent.of(type, caller()).with("what", AuditField.open("a test"));
    }

    private long positions(String type) {
        return count(
                "select count(*) from gatehouse.audit_position p join gatehouse.audit_leaf l on l.id = p.leaf"
                        + " where l.type = ?",
                type);
    }

    private long leaves(String type) {
        return count("select count(*) from gatehouse.audit_leaf where type = ?", type);
    }

    /** As everybody outside of the running transaction sees it. */
    private long leavesElsewhere(String type) throws Exception {
        var suspended = transactions.suspend();
        try {
            return leaves(type);
        } finally {
            transactions.resume(suspended);
        }
    }

    private long count(String sql, String type) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, type);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
