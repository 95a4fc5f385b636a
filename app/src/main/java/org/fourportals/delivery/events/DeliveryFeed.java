package org.fourportals.delivery.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.fourportals.base.FeedCursor;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.centre.Centre;
import org.fourportals.centre.Centres;
import org.fourportals.delivery.DeliveryState;
import org.fourportals.delivery.events.DeliveryMoved.What;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where deliveries went, for rooms that follow with a cursor of their own; none ever comes up behind it. */
@Component
public class DeliveryFeed {

    private static final Map<DeliveryState, What> TOLD = Map.of(DeliveryState.HANDED_OVER, What.SENT, DeliveryState.OUT_FOR_DELIVERY, What.TODAY,
            DeliveryState.ATTEMPTED, What.MISSED, DeliveryState.DELIVERED, What.BROUGHT, DeliveryState.RETURNED, What.RETURNED, DeliveryState.LOST, What.LOST,
            DeliveryState.READY, What.READY);

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Centres centres;

    DeliveryFeed(JdbcClient jdbc, Catalogue catalogue, Centres centres) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.centres = centres;
    }

    /** What came after a cursor, in order, and where to go on. */
    public record Batch(List<DeliveryMoved> moved, FeedCursor upTo, boolean more) {
    }

    private record Row(FeedCursor at, @Nullable DeliveryMoved moved) {
    }

    public Batch after(FeedCursor cursor, int limit) {
        List<Row> rows = jdbc.sql("""
                select s.transaction, s.number, s.at, s.state, d.case_id, d.case_number, d.affair, d.subject, d.item, d.centre
                from delivery.steps s join delivery.deliveries d on d.id = s.delivery
                where s.moved and s.transaction >= :transaction and (s.transaction > :transaction or s.number > :number)
                    and s.transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                order by s.transaction, s.number limit :limit
                """).param("transaction", cursor.transaction()).param("number", cursor.number()).param("limit", limit).query((row, n) -> {
                    What what = TOLD.get(DeliveryState.valueOf(row.getString("state")));
                    return new Row(new FeedCursor(row.getLong("transaction"), row.getLong("number")), what == null ? null : read(row, what));
                }).list();
        return new Batch(rows.stream().map(Row::moved).filter(Objects::nonNull).toList(), rows.isEmpty() ? cursor : rows.getLast().at, rows.size() == limit);
    }

    private DeliveryMoved read(ResultSet row, What what) throws SQLException {
        String affair = row.getString("affair");
        String centre = row.getString("centre");
        return new DeliveryMoved("delivery:" + row.getLong("number"), what, row.getObject("case_id", UUID.class), row.getString("case_number"),
                catalogue.findAffair(affair).map(Affair::name).orElse(new Text(affair, affair)), new Subject(row.getLong("subject")),
                Objects.requireNonNullElse(row.getString("item"), ""), centres.find(centre).map(Centre::name).orElse(new Text(centre, centre)),
                row.getTimestamp("at").toInstant());
    }
}
