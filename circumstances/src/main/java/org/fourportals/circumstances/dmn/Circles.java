package org.fourportals.circumstances.dmn;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.condition.Wording;

/** Finds decisions that, one through the other, depend on themselves. */
final class Circles {

    private final Map<String, FeelNode> formulas;
    private final Node root;
    private final Set<String> sound = new HashSet<>();

    Circles(Map<String, FeelNode> formulas, Node root) {
        this.formulas = formulas;
        this.root = root;
    }

    /** Throws {@link CannotRead} at the first, or if they follow each other too far. */
    void check() {
        formulas.keySet().forEach(name -> follow(name, new HashSet<>()));
    }

    private void follow(String name, Set<String> open) {
        if (sound.contains(name) || !formulas.containsKey(name)) {
            return;
        }
        if (!open.add(name) || open.size() > 200) {
            throw new CannotRead(Problem.Kind.SYNTAX, root.all("decision").stream()
                    .filter(node -> node.attribute("name").filter(name::equals).isPresent()).findFirst().orElse(root).place,
                    "The decision “" + Wording.brief(name) + "” depends on itself, or on too many others in a row.", "Break the circle.");
        }
        formulas.get(name).names().forEach(next -> follow(next, open));
        open.remove(name);
        sound.add(name);
    }
}
