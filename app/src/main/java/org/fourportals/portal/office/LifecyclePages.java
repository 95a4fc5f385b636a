package org.fourportals.portal.office;

import java.util.List;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.casework.Case;
import org.fourportals.casework.Cases;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The life of a case, drawn from the graph that the operations themselves go by; opened from a case, its own state is marked. */
@Controller("office.LifecyclePages")
@MayCall({Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR})
class LifecyclePages {

    private final Cases cases;

    LifecyclePages(Cases cases) {
        this.cases = cases;
    }

    /** @param about a case that the reader may see */
    @GetMapping("/office/lifecycle")
    String show(Page page, Actor actor, Model model, @RequestParam(name = "case", required = false) @Nullable UUID about) {
        Case opened = about == null ? null : cases.find(actor, about).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        LifecyclePicture picture = new LifecyclePicture(key -> page.t(key));
        model.addAttribute("back", page.url(opened == null ? "/" : "/cases/" + opened.id()));
        model.addAttribute("number", opened == null ? null : opened.number());
        model.addAttribute("state", opened == null ? null : picture.state(opened.state()));
        model.addAttribute("svg", picture.svg(opened == null ? null : opened.state()));
        model.addAttribute("moves", table(page, "lifecycle.moves", picture.rows()));
        model.addAttribute("stays", stays(page, picture.staying()));
        return "office/lifecycle";
    }

    private static Table table(Page page, String caption, List<LifecyclePicture.Row> rows) {
        return Table.of(page.t(caption), List.of(Table.words(page.t("lifecycle.number")), Table.words(page.t("lifecycle.from")),
                Table.words(page.t("lifecycle.event")), Table.words(page.t("lifecycle.to"))),
                rows.stream().map(row -> List.of(Cell.of(row.number()), Cell.of(row.from()), Cell.of(row.event()), Cell.of(row.to()))).toList());
    }

    private static Table stays(Page page, List<LifecyclePicture.Row> rows) {
        return Table.of(page.t("lifecycle.stays"), List.of(Table.words(page.t("lifecycle.from")), Table.words(page.t("lifecycle.event"))),
                rows.stream().map(row -> List.of(Cell.of(row.from()), Cell.of(row.event()))).toList());
    }
}
