package jp.michishirube.evacuation.hazard;

import jp.michishirube.plan.draft.HomeTold;
import jp.michishirube.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes the position of a home that the city OS told. One outside the municipality is left aside: the rest of the linkage goes on. */
@Component
class TakeLinkedHome {

    private static final Logger log = LoggerFactory.getLogger(TakeLinkedHome.class);

    private final Homes homes;
    private final MunicipalArea area;

    TakeLinkedHome(Homes homes, MunicipalArea area) {
        this.homes = homes;
        this.area = area;
    }

    @EventListener
    void on(HomeTold told) {
        try {
            area.checked(told.lat(), told.lon());
        } catch (Problem unusable) {
            log.warn("the linked position of resident {} is not used: {}", told.residentId(), unusable.kind());
            return;
        }
        homes.set(told.residentId(), told.lat(), told.lon(), HomeOrigin.CITY_OS);
    }
}
