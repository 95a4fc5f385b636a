package org.fourportals.circumstances;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fourportals.circumstances.condition.Place;

/** Checks that questions are well declared, before any condition is read. */
final class QuestionChecks {

    private static final int MOST_QUESTIONS = 400;
    private static final int MOST_ANSWERS = 400;
    private static final int MOST_SUBSETS = 12;
    private static final int MOST_THINGS = 50;
    private static final long GREATEST = 1_000_000_000_000_000L;

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> of(List<Question> questions) {
        check(questions, "Question ");
        return problems;
    }

    private void check(List<Question> questions, String noun) {
        if (questions.size() > MOST_QUESTIONS) {
            problem(Problem.Kind.TOO_LARGE, questions.get(MOST_QUESTIONS).place(), "There are " + questions.size()
                    + " of them: more than the " + MOST_QUESTIONS + " that can be asked for one affair.", "Split the affair.");
            return;
        }
        Set<String> ids = new HashSet<>();
        for (Question question : questions) {
            String name = noun + Reading.quoted(question.id());
            if (!ids.add(question.id())) {
                problem(Problem.Kind.DUPLICATE_ID, question.place(), name + " is declared twice.", "Give one another id.");
            }
            if (!question.id().matches("[A-Za-z][A-Za-z0-9_]{0,63}")) {
                problem(Problem.Kind.BAD_QUESTION, question.place(), name + " cannot be named in a condition.",
                        "Use letters and digits, a letter first, at most 64, as in birthDate.");
            }
            checkAnswers(question, name);
        }
    }

    private void checkAnswers(Question question, String name) {
        switch (question.kind()) {
            case CHOICE, SEVERAL_OF -> {
                boolean choice = question.kind() == Question.Kind.CHOICE;
                if (question.answers().size() < (choice ? 2 : 1)) {
                    problem(Problem.Kind.BAD_QUESTION, question.place(), name + " has too few answers.", "Add answers.");
                }
                if (!choice && question.answers().size() > MOST_SUBSETS) {
                    problem(Problem.Kind.TOO_LARGE, question.place(), name + " has more than " + MOST_SUBSETS
                            + " answers of which several may be chosen.", "Split it into two questions.");
                }
                if (question.answers().size() > MOST_ANSWERS) {
                    problem(Problem.Kind.TOO_LARGE, question.place(), name + " has " + question.answers().size()
                            + " answers: more than the " + MOST_ANSWERS + " that people can choose from.",
                            "Put answers together, or split it into two questions.");
                }
                if (new HashSet<>(question.answers()).size() < question.answers().size()) {
                    problem(Problem.Kind.DUPLICATE_ID, question.place(), name + " has an answer twice.", "Remove one.");
                }
            }
            case NUMBER, MONEY -> {
                if (question.min() > question.max() || question.min() < -GREATEST || question.max() > GREATEST) {
                    problem(Problem.Kind.BAD_QUESTION, question.place(), name + " has no sensible bounds: from "
                            + question.min() + " to " + question.max() + ".", "Give min and max, min first.");
                }
            }
            case REPEATED -> checkFields(question, name);
            case YES_NO, DATE -> { }
        }
    }

    private void checkFields(Question question, String name) {
        if (question.fields().isEmpty() || question.max() < 1 || question.max() > MOST_THINGS) {
            problem(Problem.Kind.BAD_QUESTION, question.place(), name + " needs fields, and a max from 1 to " + MOST_THINGS + ".",
                    "Say what is asked of each, and how many there may be.");
        }
        for (Question field : question.fields()) {
            if (field.kind() == Question.Kind.REPEATED || field.when() != null) {
                problem(Problem.Kind.BAD_QUESTION, field.place(), "Field " + Reading.quoted(field.id()) + " of "
                        + Reading.quoted(question.id()) + (field.when() != null ? " has a condition." : " is repeated itself."),
                        "Fields are asked of each thing, once, always; ask anything else as a question of its own.");
            }
        }
        check(question.fields().stream().filter(field -> field.kind() != Question.Kind.REPEATED).toList(), "Field ");
    }

    private void problem(Problem.Kind kind, Place place, String message, String remedy) {
        problems.add(new Problem(kind, place, message, remedy, null));
    }
}
