package org.fourportals.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.fourportals.delivery.Delivery;
import org.fourportals.delivery.DeliveryState;
import org.fourportals.delivery.ItemNumber;
import org.fourportals.delivery.Way;
import org.fourportals.identity.SubjectVault;
import org.fourportals.wallet.PostalAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the deliveries; address and code are sealed for whoever ordered. */
@Component
public class DeliveryStore {

    private static final String COLUMNS = "select * from delivery.deliveries ";

    private final JdbcClient jdbc;
    private final SubjectVault vault;
    private final JsonMapper json;

    DeliveryStore(JdbcClient jdbc, SubjectVault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    private record Sealed(@Nullable PostalAddress address, @Nullable String code) {
    }

    public long nextItem() {
        return jdbc.sql("select nextval('delivery.items')").query(Long.class).single();
    }

    /** @return whether it was kept; not where another of the same case is on its way */
    public boolean insert(Delivery order) {
        return jdbc.sql("""
                insert into delivery.deliveries (id, case_id, case_number, affair, subject, way, state, centre, item, sealed, fee, ordered_at, changed_at)
                values (:id, :case, :number, :affair, :subject, :way, :state, :centre, :item, :sealed, :fee, :at, :at)
                on conflict (case_id) where state not in ('CANCELLED', 'RETURNED', 'LOST') do nothing
                """).param("id", order.id()).param("case", order.caseId()).param("number", order.caseNumber()).param("affair", order.affair())
                .param("subject", order.subject().number()).param("way", order.way().name()).param("state", order.state().name())
                .param("centre", order.centre()).param("item", order.item() == null ? null : order.item().value(), Types.VARCHAR)
                .param("sealed", sealed(order)).param("fee", order.fee()).param("at", Timestamp.from(order.orderedAt())).update() == 1;
    }

    /** Keeps its state, code and batch. */
    public void update(Delivery changed) {
        jdbc.sql("""
                update delivery.deliveries set state = :state, sealed = :sealed, code_index = :code, batch = :batch, changed_at = :at where id = :id
                """).param("state", changed.state().name()).param("sealed", sealed(changed))
                .param("code", changed.code() == null ? null : codeIndex(changed.centre(), changed.code()), Types.BINARY)
                .param("batch", changed.batch(), Types.OTHER).param("at", Timestamp.from(changed.changedAt())).param("id", changed.id()).update();
    }

    public Optional<Delivery> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(this::read).optional();
    }

    public Optional<Delivery> findForUpdate(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id for update").param("id", id).query(this::read).optional();
    }

    public Optional<Delivery> findForUpdate(ItemNumber item) {
        return jdbc.sql(COLUMNS + "where item = :item for update").param("item", item.value()).query(this::read).optional();
    }

    /** What is ready at a centre under this code. */
    public Optional<Delivery> findReadyForUpdate(String centre, String code) {
        return jdbc.sql(COLUMNS + "where centre = :centre and code_index = :code and state = 'READY' for update").param("centre", centre)
                .param("code", codeIndex(centre, code)).query(this::read).optional();
    }

    public boolean isTaken(String centre, String code) {
        return jdbc.sql("select exists (select 1 from delivery.deliveries where centre = :centre and code_index = :code and state = 'READY')")
                .param("centre", centre).param("code", codeIndex(centre, code)).query(Boolean.class).single();
    }

    /** All of a case, the newest first. */
    public List<Delivery> listOfCase(UUID caseId) {
        return jdbc.sql(COLUMNS + "where case_id = :case order by ordered_at desc, id desc").param("case", caseId).query(this::read).list();
    }

    /** Those of a centre in these states, the oldest change first. */
    public List<Delivery> listAt(String centre, Collection<DeliveryState> states, int limit) {
        return jdbc.sql(COLUMNS + "where centre = :centre and state = any(:states) order by changed_at, id limit :limit").param("centre", centre)
                .param("states", names(states)).param("limit", limit).query(this::read).list();
    }

    /** The same for a batch's closing: locked. */
    public List<Delivery> lockPacked(String centre) {
        return jdbc.sql(COLUMNS + "where centre = :centre and state = 'PACKED' and way = 'COURIER' order by changed_at, id for update")
                .param("centre", centre).query(this::read).list();
    }

    public List<Delivery> listOfBatch(UUID batch) {
        return jdbc.sql(COLUMNS + "where batch = :batch order by item").param("batch", batch).query(this::read).list();
    }

    public int count(String centre, DeliveryState state) {
        return jdbc.sql("select count(*) from delivery.deliveries where centre = :centre and state = :state").param("centre", centre)
                .param("state", state.name()).query(Integer.class).single();
    }

    private static String[] names(Collection<DeliveryState> states) {
        return states.stream().map(Enum::name).toArray(String[]::new);
    }

    private byte[] codeIndex(String centre, String code) {
        return vault.blindIndex("collection:" + centre, code);
    }

    private byte[] sealed(Delivery delivery) {
        return vault.seal(delivery.subject(), json.writeValueAsBytes(new Sealed(delivery.address(), delivery.code())));
    }

    private Delivery read(ResultSet row, int number) throws SQLException {
        Subject subject = new Subject(row.getLong("subject"));
        Sealed open = open(subject, row.getBytes("sealed"));
        String item = row.getString("item");
        Instant ordered = row.getTimestamp("ordered_at").toInstant();
        return new Delivery(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class), row.getString("case_number"), row.getString("affair"),
                subject, Way.valueOf(row.getString("way")), DeliveryState.valueOf(row.getString("state")), row.getString("centre"),
                item == null ? null : new ItemNumber(item), open.address(), open.code(), row.getBigDecimal("fee"), row.getObject("batch", UUID.class),
                ordered, row.getTimestamp("changed_at").toInstant());
    }

    /** Of somebody who was erased only the way remains. */
    private Sealed open(Subject subject, byte[] sealed) {
        try {
            return json.readValue(vault.open(subject, sealed), Sealed.class);
        } catch (SubjectVault.ErasedException erased) {
            return new Sealed(null, null);
        }
    }
}
