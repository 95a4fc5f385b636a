package org.fourportals.assistant;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.fourportals.assistant.Answer.Meant;
import org.fourportals.assistant.internal.Support;
import org.fourportals.assistant.internal.WritingModel;
import org.fourportals.base.CityTime;
import org.fourportals.base.Language;
import org.fourportals.meaning.Vectors;
import org.fourportals.search.Missed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Puts an answer into other words by a model the city has configured, if it has one. Only sentences that what the assistant would have said itself
 * supports are shown; where none is left, or the model fails, it says that. What somebody's own case holds never goes to the model.
 */
@Component
public final class Phrasing {

    private final @Nullable WritingModel model;
    private final Support support;

    /** When and why the model last failed. */
    public record Fault(Instant at, String what) {
    }

    /**
     * @param url    of an interface compatible with OpenAI's, such as {@code http://localhost:8000/v1}; empty for none
     * @param seconds how long the model may take before the answer is given without it
     */
    @Autowired
    Phrasing(@Value("${fourportals.assistant.model.url:}") String url, @Value("${fourportals.assistant.model.name:}") String name,
            @Value("${fourportals.assistant.model.key:}") String key, @Value("${fourportals.assistant.model.seconds:4}") int seconds, Vectors vectors, CityTime time) {
        this.model = url.isBlank() ? null
                : new WritingModel(new WritingModel.Settings(URI.create(url.replaceAll("/+$", "") + "/chat/completions"), name, key, Math.max(1, seconds)), time);
        this.support = new Support(vectors);
    }

    /** Whether there is a model at all. */
    public boolean isConfigured() {
        return model != null;
    }

    /** When and why the model last failed, if it has not answered since: for the operators. */
    public Optional<Fault> fault() {
        return model == null ? Optional.empty() : model.fault();
    }

    /** The answer's sentences in the reader's language, in the model's words where it has any that are supported. */
    public List<String> lines(Answer answer, Language language, String question) {
        List<String> own = answer.says().stream().map(text -> text.in(language)).toList();
        if (model == null || !mayLeave(answer)) {
            return own;
        }
        List<String> written = model.write(language, own, Missed.masked(question)).map(text -> support.supported(text, own)).orElse(List.of());
        return written.isEmpty() ? own : written;
    }

    /** Only what everybody may read goes to a model: nothing of anybody's cases. */
    private static boolean mayLeave(Answer answer) {
        return switch (answer.meant()) {
            case Meant.Wanted _, Meant.Fact _, Meant.Supposed _ -> true;
            case Meant.Led _, Meant.Declined _, Meant.Pleasantry _, Meant.Unsure _ -> false;
        };
    }
}
