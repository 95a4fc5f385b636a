package org.fourportals.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in an affair's form, procedure, fee and result, each told with its line. */
class AffairFileEndTest {

    @TempDir
    Path folder;
    SmallCity city;

    @BeforeEach
    void build() throws IOException {
        city = new SmallCity(folder);
    }

    @TestFactory
    Stream<DynamicTest> refusesForms() {
        return Mistake.tests(city,
                Mistake.of("- id: startDate", "- id:   childName", "id:   childName", "The id \"childName\" stands twice", "another id"),
                Mistake.of("- id: startDate", "- id:   months", "id:   months", "\"months\" is a question and a form field", "another id"),
                Mistake.of("type: person-name", "type: person", "type: person", "cannot be \"person\"", "person-name"),
                Mistake.of("type: person-name", "type: choice", "id: childName", "There is no choice in form field \"childName\"", "options"),
                Mistake.of("max-length: 60", "max-lenght: 60", "max-lenght", "\"max-lenght\" is not a key", "Did you mean \"max-length\"?"),
                Mistake.of("max-length: 60", "max-length: 0", "max-length", "not a whole number: 0", "from 1 to 10000"),
                Mistake.of("future: true", "min: 3", "min: 3", "\"min\" is not a key of form field \"startDate\"", ""),
                Mistake.of("field: name}", "field: nam}", "field: nam}", "There is no field in household-register \"nam\"", "Did you mean \"name\"?"),
                Mistake.of("field: name}", "field: birthDate}", "field: birthDate", "is of type date and cannot fill", "Choose another"),
                Mistake.of("type: date\n        label: {zh: 开始, en: Start}\n        future: true\n        when: 'insured'",
                        "type: text\n        label: {zh: 开始, en: Start}\n        fill:   {from: household-register, of: subject, field: name}",
                        "fill:   {", "\"childName\" and \"startDate\" are filled with the same", "Keep one"),
                Mistake.of("when: 'insured'\n\nprocedure", "when: 'uninsured'\n\nprocedure", "when: 'uninsured'", "uninsured", "insured"));
    }

    @TestFactory
    Stream<DynamicTest> refusesProcedures() {
        return Mistake.tests(city,
                Mistake.of("days: 2", "days: 1", "stages:", "The stages take 2 working days together, but 3 are promised", "affairs.tsv"),
                Mistake.of("by: [health, police]", "by: [health, polise]", "polise", "There is no department \"polise\"", "\"police\"?"),
                Mistake.of("by: [health, police]", "by: [health, health]", "by: [health, health]", "stands twice", "Remove one"),
                Mistake.of("kind: review", "kind: decide", "- id: review", "stage \"review\" decides but is not the last", "one stage of kind decide"),
                Mistake.of("days: 1\n", "days: 1\n      when: 'months > 0'\n", "when: 'months > 0'", "The decision has a condition", "every case is decided"),
                Mistake.of("days: 2\n", "days: 2\n      when: 'insurd'\n", "when: 'insurd'", "insurd", "insured"),
                Mistake.of("kind: decide", "kind: visit", "- id: decide", "The last stage does not decide", "one stage of kind decide"),
                Mistake.of("by: [health]", "by: [police, health]", "by: [police, health]", "Several departments decide", "one department"),
                Mistake.of("      days: 1\n", "", "- id: decide", "stage \"decide\" has no \"days\"", "working days"),
                Mistake.of("instant: 'hukou = \"hangzhou\"'", "instant: 'hukou = \"paris\"'", "paris", "paris", "hangzhou"),
                Mistake.of("yuan: 10", "yuan: ten", "yuan: ten", "The fee \"ten\" is not an amount", "10.50"),
                Mistake.of("when: 'months > 6'", "when: 'months >'", "'months >'", "In the condition `months >`", ""));
    }

    @TestFactory
    Stream<DynamicTest> refusesResults() {
        return Mistake.tests(city,
                Mistake.of("shows: [childName]", "shows: [childNam]", "childNam]", "There is no form field \"childNam\"", "\"childName\"?"),
                Mistake.of("kind: certificate", "kind: certficate", "certficate", "cannot be \"certficate\"", "\"certificate\"?"),
                Mistake.of("valid-months: 12", "valid-months: 0", "valid-months", "not a whole number: 0", "from 1"),
                Mistake.of("dataset: cards", "dataset: card", "dataset: card", "There is no data set \"card\"", "\"cards\"?"),
                Mistake.of("residentId: subject.id, ", "", "fields: {", "has no \"residentId\", the main key", "subject.id"),
                Mistake.of("cardStatus: '\"active\"'", "cardStatus: '\"activ\"'", "activ\"", "There is no code \"activ\"", "\"active\"?"),
                Mistake.of("startDate: today", "startDat: today", "startDat:", "There is no field in cards \"startDat\"", "\"startDate\"?"),
                Mistake.of("startDate: today", "startDate: yesterday", "yesterday", "`yesterday` is no value for \"startDate\"", "today + 12 months"),
                Mistake.of("startDate: today", "startDate: subject.name", "subject.name", "cannot be written to \"startDate\", which is of type date", "that type"),
                Mistake.of("place: answer.hukou", "place: answer.huko", "answer.huko,", "There is no question \"huko\"", "\"hukou\"?"),
                Mistake.of("place: answer.hukou", "fee: answer.hukou", "answer.hukou", "of type money", "that type"),
                Mistake.of("cardStatus: '\"active\"'", "cardStatus: answer.hukou", "cardStatus: answer", "There is no code \"elsewhere\"", "active, ended"),
                Mistake.of("holder: form.childName", "holder: form.childNames", "childNames", "There is no form field \"childNames\"", "\"childName\"?"));
    }
}
