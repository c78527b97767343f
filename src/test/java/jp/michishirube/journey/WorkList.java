package jp.michishirube.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The work list as a person meets it. */
final class WorkList {

    private final Desk desk;

    WorkList(Desk desk) {
        this.desk = desk;
    }

    WorkList open(String query) {
        desk.go("/inbox?" + query);
        return this;
    }

    Locator row(String caseNumber) {
        return desk.page.locator("[id='c-" + caseNumber + "']");
    }

    /** Case numbers in the order of the list. */
    List<String> numbers() {
        return desk.page.locator("table.inbox tbody tr").all().stream().map(r -> r.getAttribute("id").substring("c-".length())).toList();
    }

    WorkList search(String text) {
        desk.page.locator("#q").fill(text);
        desk.page.locator("form[role=search] button[type=submit]").click();
        return this;
    }

    WorkList select(String... caseNumbers) {
        for (String number : caseNumbers) {
            row(number).locator("input[name=task]").check();
        }
        return this;
    }

    /** Presses an act on what is selected. */
    WorkList act(String text) {
        desk.page.locator(".many").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(text).setExact(true)).click();
        return this;
    }

    WorkList handTo(String person) {
        desk.page.locator("#to").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(person));
        return act("引き渡す");
    }

    WorkList key(String key) {
        desk.page.keyboard().press(key);
        return this;
    }

    WorkList hide(String column) {
        desk.page.locator("summary", new Page.LocatorOptions().setHasText("表示する項目")).click();
        desk.page.locator("input[name=column][value=" + column + "]").uncheck();
        desk.press("この表示にする");
        return this;
    }

    WorkList saveFilter(String name) {
        desk.page.locator("#filter-name").fill(name);
        desk.press("保存する");
        return this;
    }
}
