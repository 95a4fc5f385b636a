package org.fourportals.bureau.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.bureau.PlanLine;
import org.fourportals.bureau.Saving;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The yearly plans in PostgreSQL, schema {@code bureau}. What was taken out stays, and is not listed. */
@Component
public class PlanStore {

    private static final String COLUMNS = """
            select id, year, quarter, affair, requirement, dataset, department, people, adopted_on, granted_on, read_on
            from bureau.plan_lines where dropped_on is null
            """;

    private final JdbcClient jdbc;

    public PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False, and nothing kept, if it was promised before. */
    public boolean insert(PlanLine line, Actor.Staff by) {
        return jdbc.sql("""
                insert into bureau.plan_lines (id, year, quarter, affair, requirement, dataset, department, people, adopted_by, adopted_on)
                values (:id, :year, :quarter, :affair, :requirement, :dataset, :department, :people, :by, :on) on conflict do nothing
                """).param("id", line.id()).param("year", line.year()).param("quarter", line.quarter()).param("affair", line.line().affair())
                .param("requirement", line.line().requirement()).param("dataset", line.line().dataset()).param("department", line.department())
                .param("people", line.people()).param("by", by.username()).param("on", line.adoptedOn()).update() == 1;
    }

    /** Whether there was one. */
    public boolean drop(UUID id, Actor.Staff by, LocalDate on, String reason) {
        return jdbc.sql("""
                update bureau.plan_lines set dropped_by = :by, dropped_on = :on, drop_reason = :reason where id = :id and dropped_on is null
                """).param("by", by.username()).param("on", on).param("reason", reason).param("id", id).update() == 1;
    }

    public void note(UUID id, @Nullable LocalDate grantedOn, @Nullable LocalDate readOn) {
        jdbc.sql("update bureau.plan_lines set granted_on = :granted, read_on = :read where id = :id").param("granted", grantedOn).param("read", readOn)
                .param("id", id).update();
    }

    public List<Integer> listYears() {
        return jdbc.sql("select distinct year from bureau.plan_lines where dropped_on is null order by year desc").query(Integer.class).list();
    }

    public List<PlanLine> list(int year) {
        return jdbc.sql(COLUMNS + "and year = :year order by quarter, department, people desc, id").param("year", year).query(PlanStore::read).list();
    }

    public List<PlanLine> listAll() {
        return jdbc.sql(COLUMNS).query(PlanStore::read).list();
    }

    public Optional<PlanLine> find(UUID id) {
        return jdbc.sql(COLUMNS + "and id = :id").param("id", id).query(PlanStore::read).optional();
    }

    public Optional<PlanLine> find(Saving.Line line) {
        return jdbc.sql(COLUMNS + "and affair = :affair and requirement = :requirement and dataset = :dataset").param("affair", line.affair())
                .param("requirement", line.requirement()).param("dataset", line.dataset()).query(PlanStore::read).optional();
    }

    private static PlanLine read(ResultSet row, int number) throws SQLException {
        return new PlanLine(row.getObject("id", UUID.class), row.getInt("year"), row.getInt("quarter"),
                new Saving.Line(row.getString("affair"), row.getString("requirement"), row.getString("dataset")), row.getString("department"), row.getLong("people"),
                row.getObject("adopted_on", LocalDate.class), row.getObject("granted_on", LocalDate.class), row.getObject("read_on", LocalDate.class));
    }
}
