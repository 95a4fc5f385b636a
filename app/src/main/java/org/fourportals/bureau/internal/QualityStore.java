package org.fourportals.bureau.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.bureau.Quality;
import org.fourportals.sharing.DataSetSurvey.Agreement;
import org.fourportals.sharing.DataSetSurvey.FieldFigures;
import org.fourportals.sharing.DataSetSurvey.Figures;
import org.fourportals.sharing.DataSetSurvey.Surveyed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Surveys and what they found, in PostgreSQL, schema {@code bureau}. */
@Component
public class QualityStore {

    private static final String LATEST = "(select id from bureau.surveys where ended_at is not null and not failed order by ended_at desc limit 1) ";
    private static final String COLUMNS = "dataset, ended_at, records, cells, filled, wrong, repeated, newest, median_age, compared, agreed ";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public QualityStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One that goes on, or waits to be begun. */
    public record Open(UUID id, Instant askedAt, long passed, long expected) {
    }

    /** False, and nothing kept, if one goes on. */
    public boolean ask(UUID id, String by, Instant at, long expected) {
        return jdbc.sql("insert into bureau.surveys (id, asked_by, asked_at, expected) values (:id, :by, :at, :expected) on conflict do nothing")
                .param("id", id).param("by", by).param("at", Timestamp.from(at)).param("expected", expected).update() == 1;
    }

    public Optional<Open> findRunning() {
        return jdbc.sql("select id, asked_at, passed, expected from bureau.surveys where ended_at is null").query((row, number) -> new Open(
                row.getObject("id", UUID.class), row.getTimestamp("asked_at").toInstant(), row.getLong("passed"), row.getLong("expected"))).optional();
    }

    /** When the newest was asked for; of failed ones too, so that a survey that cannot succeed is not begun for ever. */
    public Optional<Instant> findNewestAt() {
        return jdbc.sql("select asked_at from bureau.surveys order by asked_at desc limit 1").query((row, number) -> row.getTimestamp("asked_at").toInstant()).optional();
    }

    /** The one to begin now, if nobody has shown a sign of work on it since. */
    public Optional<UUID> claim(Instant now, Instant silentSince) {
        return jdbc.sql("""
                update bureau.surveys set seen_at = :now, passed = 0 where ended_at is null and (seen_at is null or seen_at < :silent) returning id
                """).param("now", Timestamp.from(now)).param("silent", Timestamp.from(silentSince)).query(UUID.class).optional();
    }

    public void sign(UUID id, long passed, Instant at) {
        jdbc.sql("update bureau.surveys set seen_at = :at, passed = :passed where id = :id").param("at", Timestamp.from(at)).param("passed", passed)
                .param("id", id).update();
    }

    public void fail(UUID id, Instant at) {
        jdbc.sql("update bureau.surveys set ended_at = :at, failed = true where id = :id and ended_at is null").param("at", Timestamp.from(at)).param("id", id).update();
    }

    /** Keeps what was found, and of earlier surveys only the figures. */
    public void save(UUID id, Surveyed found) {
        transaction.executeWithoutResult(status -> {
            int ended = jdbc.sql("""
                    update bureau.surveys set ended_at = :at, passed = :records, compared_every = :every where id = :id and ended_at is null
                    """).param("at", Timestamp.from(found.at())).param("records", found.records()).param("every", found.every()).param("id", id).update();
            if (ended == 1) {
                jdbc.sql("delete from bureau.quality_fields").update();
                jdbc.sql("delete from bureau.quality_agreements").update();
                found.datasets().forEach(figures -> insert(id, figures, found.agreements()));
                found.agreements().forEach(agreement -> insert(id, agreement));
            }
        });
    }

    private void insert(UUID id, Figures figures, List<Agreement> agreements) {
        List<Agreement> ours = agreements.stream().filter(each -> each.dataset().equals(figures.dataset()) || each.other().equals(figures.dataset())).toList();
        jdbc.sql("""
                insert into bureau.quality (survey, dataset, records, cells, filled, wrong, repeated, newest, median_age, compared, agreed)
                values (:survey, :dataset, :records, :cells, :filled, :wrong, :repeated, :newest, :age, :compared, :agreed)
                """).param("survey", id).param("dataset", figures.dataset()).param("records", figures.records())
                .param("cells", figures.records() * figures.fields().size()).param("filled", figures.fields().stream().mapToLong(FieldFigures::filled).sum())
                .param("wrong", figures.fields().stream().mapToLong(FieldFigures::wrong).sum()).param("repeated", figures.repeated())
                .param("newest", figures.newest() == null ? null : Timestamp.from(figures.newest())).param("age", figures.medianAge())
                .param("compared", ours.stream().mapToLong(Agreement::compared).sum()).param("agreed", ours.stream().mapToLong(Agreement::agreed).sum()).update();
        figures.fields().forEach(field -> jdbc.sql("""
                insert into bureau.quality_fields (survey, dataset, field, filled, wrong) values (:survey, :dataset, :field, :filled, :wrong)
                """).param("survey", id).param("dataset", figures.dataset()).param("field", field.field()).param("filled", field.filled())
                .param("wrong", field.wrong()).update());
    }

    private void insert(UUID id, Agreement agreement) {
        jdbc.sql("""
                insert into bureau.quality_agreements (survey, dataset, other, field, compared, agreed)
                values (:survey, :dataset, :other, :field, :compared, :agreed)
                """).param("survey", id).param("dataset", agreement.dataset()).param("other", agreement.other()).param("field", agreement.field())
                .param("compared", agreement.compared()).param("agreed", agreement.agreed()).update();
    }

    public List<Quality> listLatest() {
        return jdbc.sql("select " + COLUMNS + "from bureau.quality join bureau.surveys on id = survey where survey = " + LATEST + "order by dataset")
                .query(QualityStore::read).list();
    }

    public List<Quality> listOf(String dataset, int most) {
        return jdbc.sql("select " + COLUMNS + "from bureau.quality join bureau.surveys on id = survey where dataset = :dataset order by ended_at desc limit :most")
                .param("dataset", dataset).param("most", most).query(QualityStore::read).list();
    }

    public List<FieldFigures> listFields(String dataset) {
        return jdbc.sql("select field, filled, wrong from bureau.quality_fields where dataset = :dataset and survey = " + LATEST)
                .param("dataset", dataset).query(FieldFigures.class).list();
    }

    public List<Agreement> listAgreements(String dataset) {
        return jdbc.sql("select dataset, other, field, compared, agreed from bureau.quality_agreements where (dataset = :dataset or other = :dataset) and survey = "
                + LATEST + "order by agreed::float / compared, compared desc").param("dataset", dataset).query(Agreement.class).list();
    }

    private static Quality read(ResultSet row, int number) throws SQLException {
        Timestamp newest = row.getTimestamp("newest");
        return new Quality(row.getString("dataset"), row.getTimestamp("ended_at").toInstant(), row.getLong("records"), row.getLong("cells"), row.getLong("filled"),
                row.getLong("wrong"), row.getLong("repeated"), newest == null ? null : newest.toInstant(), row.getInt("median_age"), row.getLong("compared"),
                row.getLong("agreed"));
    }
}
