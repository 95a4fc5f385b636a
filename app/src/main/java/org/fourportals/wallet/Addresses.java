package org.fourportals.wallet;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.base.Uuid7;
import org.fourportals.identity.SubjectVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The addresses to which somebody has things brought, typed once; sealed for her. The last five are kept. */
@Component
public class Addresses {

    private static final int KEPT = 5;

    private final JdbcClient jdbc;
    private final SubjectVault vault;
    private final JsonMapper json;
    private final CityTime time;

    Addresses(JdbcClient jdbc, SubjectVault vault, JsonMapper json, CityTime time) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.time = time;
    }

    /** An address of the wallet. */
    public record Kept(UUID id, PostalAddress address) {
    }

    /** Those of one owner, used last first. */
    public List<Kept> listOf(Subject owner) {
        return jdbc.sql("select id, sealed from wallet.addresses where owner = :owner order by used_at desc, id").param("owner", owner.number())
                .query((row, n) -> new Kept(row.getObject("id", UUID.class), json.readValue(vault.open(owner, row.getBytes("sealed")), PostalAddress.class))).list();
    }

    /** Keeps it, or remembers that it was used again. */
    public void keep(Subject owner, PostalAddress address) {
        Timestamp now = Timestamp.from(time.now());
        byte[] content = json.writeValueAsBytes(address);
        jdbc.sql("""
                insert into wallet.addresses (id, owner, index, sealed, used_at) values (:id, :owner, :index, :sealed, :now)
                on conflict (owner, index) do update set used_at = excluded.used_at
                """).param("id", Uuid7.next(time.clock())).param("owner", owner.number())
                .param("index", vault.blindIndex("address:" + owner.number(), new String(content, java.nio.charset.StandardCharsets.UTF_8)))
                .param("sealed", vault.seal(owner, content)).param("now", now).update();
        jdbc.sql("delete from wallet.addresses where id in (select id from wallet.addresses where owner = :owner order by used_at desc, id offset :kept)")
                .param("owner", owner.number()).param("kept", KEPT).update();
    }

    /** Forgets one of the owner's; nothing happens if there is none. */
    public void forget(Subject owner, UUID id) {
        jdbc.sql("delete from wallet.addresses where owner = :owner and id = :id").param("owner", owner.number()).param("id", id).update();
    }
}
