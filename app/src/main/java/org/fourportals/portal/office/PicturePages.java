package org.fourportals.portal.office;

import org.fourportals.base.Role;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The decision diagram of an affair, drawn. */
@Controller("office.PicturePages")
@MayCall({Role.EDITOR, Role.BUREAU})
class PicturePages {

    private static final int USUAL = 40;
    private static final int MOST = 160;

    private final Catalogue catalogue;
    private final ConditionWords words;

    PicturePages(Catalogue catalogue, ConditionWords words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    @GetMapping("/office/affairs/{id}/picture")
    String show(Page page, Model model, @PathVariable String id, @RequestParam(defaultValue = "" + USUAL) int spots) {
        AffairPlan plan = catalogue.findPlan(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        int most = Math.clamp(spots, 8, MOST);
        Drawn drawn = Drawn.of(page, words, plan, most).orElse(null);
        String here = page.url("/affairs/" + id + "/picture");
        model.addAttribute("name", page.t(plan.affair().name()));
        model.addAttribute("back", page.url("/affairs/" + id));
        model.addAttribute("drawn", drawn);
        model.addAttribute("more", drawn == null || drawn.whole() || most == MOST ? null : here + "?spots=" + Math.min(MOST, most * 2));
        model.addAttribute("fewer", most <= USUAL ? null : here);
        return "office/picture";
    }
}
