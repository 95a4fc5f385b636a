package org.fourportals.sharing.internal;

import java.nio.file.Path;
import java.time.Clock;

import org.fourportals.identity.SubjectVault;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.Pool;
import org.fourportals.pool.RocksPool;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the pool: RocksDB in the data folder, the values of sensitive data sets encrypted. */
@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    @Bean(destroyMethod = "close")
    Pool pool(@Value("${fourportals.data}") Path data, @Value("${fourportals.catalogue}") Path catalogue,
            Clock clock, SubjectVault vault) {
        return RocksPool.open(data.resolve("pool"), DataSets.read(catalogue.resolve("datasets.tsv")), clock,
                vault.systemKey("pool"));
    }
}
