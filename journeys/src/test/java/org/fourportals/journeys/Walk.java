package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;

/** Walks through the pages of an application as somebody would who answers what is asked and brings what is missing. */
final class Walk {

    private static final int LONGEST = 60;
    private static final Map<String, String> BY_TYPE = Map.of("tel", "13800001111", "email", "someone@example.org");
    /** What is written under a label that holds the word; the first that fits. */
    private record Habit(String word, String value) {
    }

    private static final List<Habit> BY_LABEL = List.of(new Habit("手机", "13800001111"), new Habit("电话", "13800001111"),
            new Habit("账号", "6222020200001234567"), new Habit("卡号", "6222020200001234567"), new Habit("姓名", "李明"),
            new Habit("管理员", "李明"), new Habit("联系人", "李明"), new Habit("年", "2026"), new Habit("月", "3"), new Habit("日", "3"));

    private final Person person;
    private final CityServer city;

    Walk(Person person, CityServer city) {
        this.person = person;
        this.city = city;
    }

    /** Answers one question after another, preferring the given words, else the first answer, until the checklist is there. */
    void answerAll(List<String> preferred) {
        answerAll(preferred, "", "");
    }

    /** The same, with one question answered otherwise. */
    void answerAll(List<String> preferred, String question, String otherwise) {
        for (int step = 0; step < LONGEST && person.path().matches(".*/(question|which)/.*"); step++) {
            Locator labels = person.page().locator("main form .govuk-radios__label, main form .govuk-checkboxes__label");
            List<String> words = labels.allInnerTexts().stream().map(String::strip).toList();
            if (words.isEmpty()) {
                person.page().locator("main form input[type=text]").first().fill("100");
            } else {
                String wanted = person.path().endsWith("/question/" + question) ? otherwise : preferred.stream().filter(p -> words.stream().anyMatch(w -> w.equals(p) || w.startsWith(p)))
                        .findFirst().orElse(words.getFirst());
                person.page().locator("main form label").filter(new Locator.FilterOptions().setHasText(wanted)).first().click();
            }
            person.press("继续");
        }
        assertThat(person.path()).as(person.text()).contains("/checklist");
    }

    /** Brings every line of the checklist that is still needed, by upload or declaration. */
    void bringAll() {
        Locator needed = person.page().locator("main .govuk-task-list__item").filter(new Locator.FilterOptions().setHasText("还需要"));
        for (int step = 0; step < LONGEST && needed.count() > 0; step++) {
            needed.first().locator("a").click();
            bring("paper-" + step + ".pdf");
            person.page().waitForURL("**/checklist");
        }
    }

    /** On the evidence page: hands in a paper, or declares where no paper is asked. */
    void bring(String name) {
        if (person.page().locator("input[type=file]").count() > 0) {
            person.handIn(Papers.pdf(city, name, name)).press("上传");
        } else {
            person.page().locator("main form input[type=checkbox]").first().check();
            person.press("我承诺");
        }
    }

    /** Fills what the form still asks for, and goes on. */
    void fillForm() {
        for (Locator input : person.page().locator("main form input:not([type=hidden]):not([type=radio]):not([type=checkbox])").all()) {
            if (input.isVisible() && input.inputValue().isEmpty()) {
                fill(input);
            }
        }
        for (Locator area : person.page().locator("main form textarea").all()) {
            if (area.inputValue().isEmpty()) {
                area.fill("杭州市西湖区文三路 1 号");
            }
        }
        for (Locator group : person.page().locator("main form .govuk-radios").all()) {
            if (group.locator("input:checked").count() == 0) {
                group.locator("label").first().click();
            }
        }
        person.press("继续");
    }

    private void fill(Locator input) {
        String label = person.page().locator("label[for='" + input.getAttribute("id") + "']").first().innerText();
        String mode = String.valueOf(input.getAttribute("inputmode"));
        String otherwise = BY_TYPE.getOrDefault(String.valueOf(input.getAttribute("type")), mode.equals("numeric") || mode.equals("decimal")
                ? "60" : "杭州市西湖区文三路 1 号");
        String value = BY_LABEL.stream().filter(habit -> label.contains(habit.word())).map(Habit::value).findFirst().orElse(otherwise);
        input.fill(value);
    }
}
