package org.fourportals.identity.internal;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A few connections of their own for reading keys. Stores open sealed rows while they still hold a connection; were keys read from the
 * same pool, as many requests at once as it has connections would wait for each other for ever. It is no data source itself: a second one
 * among the beans would take the place of the one that all rooms use.
 */
@Component
public class KeyConnections implements DisposableBean {

    private static final int CONNECTIONS = 4;
    private final HikariDataSource pool = new HikariDataSource();

    KeyConnections(JdbcConnectionDetails details) {
        pool.setJdbcUrl(details.getJdbcUrl());
        pool.setUsername(details.getUsername());
        pool.setPassword(details.getPassword());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setPoolName("keys");
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    @Override
    public void destroy() {
        pool.close();
    }
}
