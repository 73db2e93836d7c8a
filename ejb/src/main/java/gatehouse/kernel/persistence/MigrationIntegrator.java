package gatehouse.kernel.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Makes the tables. Hibernate calls integrators before it validates its mapping, which a start-up bean would be too late for.
 * Scripts lie in {@code db/migration/common}; a folder named like the database holds what only that one understands.
 */
public final class MigrationIntegrator implements Integrator {
    static final String SCHEMA = "gatehouse";

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessions) {
        migrate(dataSource(sessions.getProperties()));
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessions, SessionFactoryServiceRegistry registry) {
        // nothing was opened
    }

    static void migrate(DataSource source) {
        Flyway.configure(MigrationIntegrator.class.getClassLoader())
                .dataSource(source)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor(source))
                // each context numbers its own scripts, so that a later one may bring a smaller number
                .outOfOrder(true)
                // a database that a newer version has migrated is refused: by default Flyway would run on it
                .ignoreMigrationPatterns(new String[0])
                .load()
                .migrate();
    }

    private static DataSource dataSource(Map<String, Object> settings) {
        // the second one has no limit on how long an answer may take: an index on a large table takes its time
        return Stream.of(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, AvailableSettings.JAKARTA_JTA_DATASOURCE)
                .map(settings::get)
                .filter(Objects::nonNull)
                .filter(DataSource.class::isInstance)
                .map(DataSource.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the persistence unit has no data source"));
    }

    private static String vendor(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }
}
