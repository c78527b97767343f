package jp.michishirube.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import jp.michishirube.municipality.Folders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.MessageSource;

/** A municipality has a care circle app of another name, and 自治会 instead of 町内会: it says so in its folder. */
class CityTextsTest {

    @TempDir Path folder;

    @Test
    void aMunicipalitysWordsGoBeforeTheProducts() throws Exception {
        Path texts = Files.createDirectories(folder.resolve("forms/990019/texts"));
        Files.writeString(texts.resolve("ja.properties"), "plan.holder.CARE_CIRCLE=つながりノート\nplan.badge.linked={0}より\n");
        MessageSource all = WebConfiguration.messageSource(new Folders(folder), "990019");
        assertThat(all.getMessage("plan.holder.CARE_CIRCLE", null, Locale.JAPANESE)).isEqualTo("つながりノート");
        assertThat(all.getMessage("plan.badge.linked", new Object[] {"台帳"}, Locale.JAPANESE)).isEqualTo("台帳より");
        assertThat(all.getMessage("plan.holder.CARE_CIRCLE", null, new Locale("ja", "", "easy"))).as("in easy Japanese too").isEqualTo("つながりノート");
        assertThat(all.getMessage("plan.holder.CITY_OS", null, Locale.JAPANESE)).isEqualTo("都市OS");
        assertThat(all.getMessage("plan.holder.CARE_CIRCLE", null, Locale.ENGLISH)).isNotEqualTo("つながりノート");
        assertThat(WebConfiguration.messageSource(new Folders(folder), "990027").getMessage("plan.holder.CARE_CIRCLE", null, Locale.JAPANESE)).isEqualTo("ケアエール");
    }

    @Test
    void oneThatDoesNotFitIsLeftOutAndNoPageFails() throws Exception {
        Path texts = Files.createDirectories(folder.resolve("forms/990019/texts"));
        Files.writeString(texts.resolve("ja.properties"), "plan.badge.linked={0より\nplan.holder.CARE_CIRCLE=つながりノート\n");
        Files.writeString(texts.resolve("en.properties"), "plan.holder.CARE_CIRCLE=\\u00zz\n");
        MessageSource all = WebConfiguration.messageSource(new Folders(folder), "990019");
        assertThat(all.getMessage("plan.badge.linked", new Object[] {"台帳"}, Locale.JAPANESE)).isEqualTo("台帳から");
        assertThat(all.getMessage("plan.holder.CARE_CIRCLE", null, Locale.JAPANESE)).isEqualTo("つながりノート");
        assertThat(all.getMessage("plan.holder.CARE_CIRCLE", null, Locale.ENGLISH)).isEqualTo("the care circle app");
    }
}
