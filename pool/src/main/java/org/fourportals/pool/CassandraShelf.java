package org.fourportals.pool;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.protocol.internal.util.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Small things by name: names and layouts of data sets, the last counts, the check of the key. Two programs that number data sets at
 * once are told apart by the shelf's edition: one of them reads again.
 */
final class CassandraShelf implements Layouts.Shelf {

    private final CassandraStore store;
    private final PreparedStatement put;
    private int edition;

    CassandraShelf(CassandraStore store) {
        this.store = store;
        put = store.prepare("INSERT INTO shelf (shelf, name, value) VALUES (?, ?, ?)");
    }

    @Override
    public Map<String, byte[]> all() {
        var entries = new TreeMap<String, byte[]>();
        edition = 0;
        for (var row : store.execute(SimpleStatement.newInstance("SELECT name, value, edition FROM shelf WHERE shelf = 'schema'"))) {
            edition = row.getInt("edition");
            if (!row.isNull("name")) {
                entries.put(String.valueOf(row.getString("name")), Bytes.getArray(row.getByteBuffer("value")));
            }
        }
        return entries;
    }

    /** @throws ConcurrentModificationException if another program was quicker: read {@link #all} again */
    @Override
    public void put(Map<String, byte[]> entries) {
        var statements = new ArrayList<BatchableStatement<?>>();
        statements.add(edition == 0 ? SimpleStatement.newInstance("UPDATE shelf SET edition = 1 WHERE shelf = 'schema' IF edition = null")
                : SimpleStatement.newInstance("UPDATE shelf SET edition = ? WHERE shelf = 'schema' IF edition = ?", edition + 1, edition));
        entries.forEach((name, value) -> statements.add(put.bind("schema", name, ByteBuffer.wrap(value))));
        if (!store.execute(BatchStatement.newInstance(BatchType.LOGGED, statements)).wasApplied()) {
            throw new ConcurrentModificationException("another program numbers the pool's data sets at this moment");
        }
    }

    Optional<byte[]> kept(String name) {
        return store.one(SimpleStatement.newInstance("SELECT value FROM shelf WHERE shelf = 'pool' AND name = ?", name))
                .map(row -> Bytes.getArray(row.getByteBuffer("value")));
    }

    void keep(String name, String value) {
        store.execute(put.bind("pool", name, ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8))));
    }

    /** What is kept under a name, or from now on this. */
    byte[] keepFirst(String name, byte[] value) {
        store.execute(SimpleStatement.newInstance("INSERT INTO shelf (shelf, name, value) VALUES ('pool', ?, ?) IF NOT EXISTS", name, ByteBuffer.wrap(value)));
        return kept(name).orElseThrow();
    }
}
