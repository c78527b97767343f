package jp.michishirube.casefile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
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
        page.addObject("caseTabs", visible(who.me()));
        page.addObject("activeTab", tabOf(request, caseFile));
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
                .sorted(Comparator.comparingInt(CaseTab::order)).toList();
    }

    private static String tabOf(HttpServletRequest request, CaseFile caseFile) {
        String base = request.getContextPath() + "/cases/" + caseFile.number();
        String rest = request.getRequestURI().startsWith(base) ? request.getRequestURI().substring(base.length()) : "";
        return rest.startsWith("/") ? rest.substring(1) : rest;
    }
}
