package jp.michishirube.casefile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Adds the head of a case (step bar, tabs, office, notes) to every page that shows one, so that no page can forget it. */
@Component
class CaseHead implements HandlerInterceptor, WebMvcConfigurer {

    private final ObjectProvider<CaseTab> tabs;
    private final StepBar stepBar;
    private final CaseNotes notes;
    private final Offices offices;
    private final WhoAmI who;

    CaseHead(ObjectProvider<CaseTab> tabs, StepBar stepBar, CaseNotes notes, Offices offices, WhoAmI who) {
        this.tabs = tabs;
        this.stepBar = stepBar;
        this.notes = notes;
        this.offices = offices;
        this.who = who;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/cases/**");
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page == null || !(page.getModel().get("caseFile") instanceof CaseFile caseFile)) {
            return;
        }
        List<CaseTab> visible = visible(who.me());
        String active = tabOf(visible, request, caseFile, page.getModel().get("activeTab"));
        CaseTab.Group group = visible.stream().filter(t -> t.path().equals(active)).map(CaseTab::group).findFirst().orElse(null);
        page.addObject("caseGroups", groups(visible, group));
        page.addObject("caseTabs", visible.stream().filter(t -> t.group() == group).toList());
        page.addObject("activeTab", active);
        page.addObject("listPlace", ListPlace.of(request) + "#c-" + caseFile.number());
        page.addObject("stepBar", stepBar.of(caseFile));
        if (who.me().isOffice() || who.me().isCity()) {
            page.addObject("caseNotes", notes.of(List.of(caseFile.id()), LocaleContextHolder.getLocale()).getOrDefault(caseFile.id(), List.of()));
        }
        if (caseFile.office() != null) {
            offices.find(caseFile.office()).ifPresent(office -> page.addObject("officeOfCase", office));
        }
    }

    private List<CaseTab> visible(Person me) {
        return tabs.stream().filter(t -> t.roles().isEmpty() || t.roles().stream().anyMatch(me::has))
                .sorted(Comparator.comparing(CaseTab::group).thenComparingInt(CaseTab::order)).toList();
    }

    /** @param path of the first page in it that the person may see */
    record MainTab(CaseTab.Group group, String path, boolean current) {}

    private static List<MainTab> groups(List<CaseTab> visible, CaseTab.Group current) {
        Map<CaseTab.Group, String> first = new EnumMap<>(CaseTab.Group.class);
        visible.forEach(t -> first.putIfAbsent(t.group(), t.path()));
        return first.entrySet().stream().map(e -> new MainTab(e.getKey(), e.getValue(), e.getKey() == current)).toList();
    }

    /** The tab whose address this is, else the one it lies below, else the one that the page itself names. */
    private static String tabOf(List<CaseTab> visible, HttpServletRequest request, CaseFile caseFile, Object named) {
        String base = request.getContextPath() + "/cases/" + caseFile.number();
        String rest = request.getRequestURI().startsWith(base) ? request.getRequestURI().substring(base.length()) : "";
        String path = rest.startsWith("/") ? rest.substring(1) : rest;
        return visible.stream().map(CaseTab::path).filter(t -> path.equals(t) || !t.isEmpty() && path.startsWith(t + "/")).findFirst()
                .orElse(named instanceof String tab ? tab : path);
    }
}
