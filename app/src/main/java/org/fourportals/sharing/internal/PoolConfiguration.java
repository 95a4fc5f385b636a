package org.fourportals.sharing.internal;

import java.time.Clock;

import org.fourportals.base.Folders;
import org.fourportals.identity.SubjectVault;
import org.fourportals.pool.CassandraPool;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.Pool;
import org.fourportals.pool.RocksPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Opens the pool, the values of sensitive data sets encrypted: RocksDB in the data folder, or, with {@code fourportals.pool=cassandra},
 * a cluster that several programs share.
 */
@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    private static final String ENGINE = "fourportals.pool";

    @Bean(destroyMethod = "close")
    Pool pool(Folders folders, Clock clock, SubjectVault vault, Environment environment) {
        DataSets dataSets = DataSets.read(folders.catalogue().resolve("datasets.tsv"));
        byte[] key = vault.systemKey("pool");
        String engine = environment.getProperty(ENGINE, "rocksdb");
        return switch (engine) {
            case "rocksdb" -> RocksPool.open(folders.data().resolve("pool"), dataSets, clock, key);
            case "cassandra" -> CassandraPool.open(new CassandraSettings(name -> environment.getProperty(ENGINE + ".cassandra." + name)).place(),
                    dataSets, clock, key);
            default -> throw new IllegalArgumentException(ENGINE + " must be rocksdb or cassandra, not " + engine);
        };
    }
}
