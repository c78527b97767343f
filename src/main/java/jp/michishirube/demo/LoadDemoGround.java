package jp.michishirube.demo;

import jp.michishirube.evacuation.place.LoadDemoPlaces;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Places and hazard maps of the invented city; harmless at each start. */
@Component
@Profile("demo")
class LoadDemoGround implements ApplicationRunner {

    private final LoadDemoPlaces places;

    LoadDemoGround(LoadDemoPlaces places) {
        this.places = places;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        places.load();
    }
}
