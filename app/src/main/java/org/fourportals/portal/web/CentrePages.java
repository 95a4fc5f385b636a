package org.fourportals.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.base.Text;
import org.fourportals.centre.Centre;
import org.fourportals.centre.Centres;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one is served by people: the centres of a district, where they are and whether they are open now. */
@Controller
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR, Role.DEVICE})
final class CentrePages {

    private final Centres centres;
    private final CityTime time;

    CentrePages(Centres centres, CityTime time) {
        this.centres = centres;
        this.time = time;
    }

    @GetMapping({"/centres", "/m/centres", "/kiosk/centres", "/counter/centres"})
    String list(Page page, @RequestParam(defaultValue = "") String district, Model model) {
        Map<String, Text> districts = new LinkedHashMap<>();
        centres.list().stream().filter(c -> c.level() != Centre.Level.CITY).forEach(c -> districts.putIfAbsent(c.district(), c.districtName()));
        List<Centre> chosen = districts.containsKey(district) ? centres.listOf(district)
                : centres.list().stream().filter(c -> c.level() != Centre.Level.LOCAL).toList();
        model.addAttribute("districts", districts.entrySet().stream().map(d -> Choice.of(d.getKey(), page.t(d.getValue()))).toList());
        model.addAttribute("district", district);
        model.addAttribute("centres", chosen.stream().map(c -> CentreLine.of(page, c, time)).toList());
        return "web/centres";
    }
}
