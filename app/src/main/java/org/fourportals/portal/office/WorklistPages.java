package org.fourportals.portal.office;

import java.util.List;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.casework.Cases;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for a reviewer's department, least time left first. */
@Controller("office.WorklistPages")
@MayCall(Role.REVIEWER)
class WorklistPages {

    private final Cases cases;
    private final OfficeWords words;

    WorklistPages(Cases cases, OfficeWords words) {
        this.cases = cases;
        this.words = words;
    }

    @GetMapping("/office/worklist")
    String list(Page page, Actor actor, Model model) {
        Actor.Staff reviewer = (Actor.Staff) actor;
        List<Cases.Waiting> waiting = cases.worklist(reviewer);
        model.addAttribute("department", words.department(page, reviewer.department()));
        model.addAttribute("late", waiting.stream().filter(Cases.Waiting::isLate).count());
        model.addAttribute("table", words.worklist(page, waiting));
        return "office/worklist";
    }
}
