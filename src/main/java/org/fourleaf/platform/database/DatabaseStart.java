package org.fourleaf.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Folder, server, schema, pool: each needs the one before, so Spring opens them in this order and closes them in the
 * reverse one.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseStart {

    @Bean
    DataFolder dataFolder(@Value("${fourleaf.data}") Path folder) {
        return DataFolder.open(folder);
    }

    @Bean
    Database database(DataFolder folder, @Value("${fourleaf.database-url}") String url) {
        return url.isBlank() ? EmbeddedPostgres.start(folder, Map.of()) : OutsidePostgres.at(url.strip());
    }

    /** The schema is current before the pool exists, so whatever asks for a DataSource may use every table. */
    @Bean
    HikariDataSource dataSource(Database database) {
        Migrations.run(database.owner());
        return Pool.open(database.pool());
    }
}
