package org.fourportals.delivery.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.delivery.Delivery;
import org.fourportals.delivery.DeliveryState;
import org.fourportals.delivery.DeliveryStep;
import org.fourportals.identity.SubjectVault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What happened to each delivery, for good; other rooms hear of those that moved it. */
@Component
public class StepStore {

    /** The source of what staff and the resident did; a carrier's is its own name. */
    public static final String HOUSE = "house";

    private final JdbcClient jdbc;
    private final SubjectVault vault;
    private final JsonMapper json;
    private final CityTime time;

    StepStore(JdbcClient jdbc, SubjectVault vault, JsonMapper json, CityTime time) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.time = time;
    }

    private record Sealed(String place, String signer) {
    }

    /** Something we did ourselves, which always moves it. */
    public void add(Delivery delivery) {
        insert(delivery, HOUSE, null, new DeliveryStep(delivery.state(), delivery.changedAt(), "", ""), true);
    }

    /** @param moved whether the delivery is now in the step's state */
    public void add(Delivery delivery, String carrier, String eventId, DeliveryStep step, boolean moved) {
        insert(delivery, carrier, eventId, step, moved);
    }

    private void insert(Delivery delivery, String source, @Nullable String eventId, DeliveryStep step, boolean moved) {
        Subject subject = delivery.subject();
        byte[] sealed = step.place().isEmpty() && step.signer().isEmpty() ? null
                : vault.seal(subject, json.writeValueAsBytes(new Sealed(step.place(), step.signer())));
        jdbc.sql("""
                insert into delivery.steps (delivery, state, at, received_at, source, event_id, sealed, moved)
                values (:delivery, :state, :at, :now, :source, :event, :sealed, :moved)
                """).param("delivery", delivery.id()).param("state", step.state().name()).param("at", Timestamp.from(step.at()))
                .param("now", Timestamp.from(time.now())).param("source", source).param("event", eventId, Types.VARCHAR)
                .param("sealed", sealed, Types.BINARY).param("moved", moved).update();
    }

    public boolean has(String carrier, String eventId) {
        return jdbc.sql("select exists (select 1 from delivery.steps where source = :source and event_id = :event)").param("source", carrier)
                .param("event", eventId).query(Boolean.class).single();
    }

    /** When the newest of the carrier's words happened; the beginning of time if it said nothing. */
    public Instant lastOf(String carrier, UUID delivery) {
        return jdbc.sql("select coalesce(max(at), 'epoch') from delivery.steps where delivery = :delivery and source = :source").param("delivery", delivery)
                .param("source", carrier).query(Timestamp.class).single().toInstant();
    }

    /** In the order in which things happened. */
    public List<DeliveryStep> listOf(Delivery delivery) {
        return jdbc.sql("select state, at, sealed from delivery.steps where delivery = :delivery order by at, number").param("delivery", delivery.id())
                .query((row, n) -> {
                    Sealed open = open(delivery.subject(), row.getBytes("sealed"));
                    return new DeliveryStep(DeliveryState.valueOf(row.getString("state")), row.getTimestamp("at").toInstant(), open.place(), open.signer());
                }).list();
    }

    private Sealed open(Subject subject, byte @Nullable [] sealed) {
        try {
            return sealed == null ? new Sealed("", "") : json.readValue(vault.open(subject, sealed), Sealed.class);
        } catch (SubjectVault.ErasedException erased) {
            return new Sealed("", "");
        }
    }
}
