package org.fourportals.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.base.WorkingDays;
import org.fourportals.casework.events.CaseGranted;
import org.fourportals.catalogue.AffairPlan.ResultRecord;
import org.fourportals.catalogue.Catalogue.SharedDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"active\" | text | active", "today | date | 2026-01-31", "today + 1 months | date | 2026-02-28", "today + 12 months | date | 2027-01-31",
        "today - 1 day | date | 2026-01-30", "today + 3 years | date | 2029-01-31", "today | datetime | 2026-01-30T16:00:00Z",
        "form.phone | text | 138", "answer.insured | boolean | true", "answer.moved | boolean | false", "answer.group | code | low-income",
        "subject.name | text | 王小宝", "applicant.name | text | 王芳", "subject.id | id | 990101202601011234", "applicant.id | id | 990101199001011230",
        "42 | integer | 42", "-1.5 | money | -1.5", "true | boolean | true"})
    void resolvesEveryFormOfValue(String expression, String type, String expected) throws IOException {
        assertThat(resolve(expression, "field", type)).containsEntry("field", expected);
    }

    @Test
    void leavesOutWhatWasNotAnswered() throws IOException {
        assertThat(resolve("form.absent", "field", "text")).isEmpty();
        assertThat(resolve("answer.absent", "field", "text")).isEmpty();
    }

    @Test
    void takesTheIdentifierTheFieldIsNamedAfter() throws IOException {
        assertThat(resolve("subject.id", "birthCertificate", "id")).containsEntry("birthCertificate", "B-1");
    }

    @Test
    void knowsOnlyTheSubjectsTheCaseCarries() throws IOException {
        assertThat(values().subject(new ResultRecord("d", "subject", Map.of()))).contains(new Subject(1));
        assertThat(values().subject(new ResultRecord("d", "applicant", Map.of()))).contains(new Subject(2));
        assertThat(values().subject(new ResultRecord("d", "home", Map.of()))).isEmpty();
    }

    private static Map<String, String> resolve(String expression, String field, String type) throws IOException {
        var fields = new LinkedHashMap<>(Map.of(field, type));
        SharedDataset dataset = new SharedDataset("d", "health", new Text("数", "D"), "person", fields, 1, "personal");
        return values().fields(new ResultRecord("d", "subject", Map.of(field, expression)), dataset);
    }

    private static ResultValues values() throws IOException {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        CaseGranted granted = new CaseGranted(UUID.randomUUID(), "26-0000-0001-K", "a", "v", new Subject(1), "王小宝", new Subject(2), "王芳",
                Map.of("phone", "138"), Map.of("insured", "yes", "moved", "no", "group", "low-income"),
                Map.of("subject.residentId", "990101202601011234", "subject.birthCertificate", "B-1", "applicant.residentId", "990101199001011230"),
                Instant.parse("2026-01-30T17:00:00Z"), "health");
        return new ResultValues(granted, new CityTime(Clock.systemUTC(), zone, WorkingDays.read(new BufferedReader(new StringReader("")))));
    }
}
