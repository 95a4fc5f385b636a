package org.fourportals.sharing.internal;

import java.time.Clock;

import org.fourportals.base.Folders;
import org.fourportals.identity.SubjectVault;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.Pool;
import org.fourportals.pool.RocksPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the pool: RocksDB in the data folder, the values of sensitive data sets encrypted. */
@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    @Bean(destroyMethod = "close")
    Pool pool(Folders folders, Clock clock, SubjectVault vault) {
        return RocksPool.open(folders.data().resolve("pool"), DataSets.read(folders.catalogue().resolve("datasets.tsv")), clock,
                vault.systemKey("pool"));
    }
}
