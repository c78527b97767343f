package jp.michishirube.evacuation.road;

import com.graphhopper.util.Instruction;

/** What one does at a turn; the sentences are under {@code turn.<name>} and {@code turn.<name>.named}. */
public enum Turn {
    START, STRAIGHT, SLIGHT_LEFT, LEFT, SHARP_LEFT, SLIGHT_RIGHT, RIGHT, SHARP_RIGHT, TURN_BACK, ROUNDABOUT, VIA, ARRIVE;

    static Turn of(int sign) {
        return switch (sign) {
            case Instruction.KEEP_LEFT, Instruction.TURN_SLIGHT_LEFT -> SLIGHT_LEFT;
            case Instruction.TURN_LEFT -> LEFT;
            case Instruction.TURN_SHARP_LEFT -> SHARP_LEFT;
            case Instruction.KEEP_RIGHT, Instruction.TURN_SLIGHT_RIGHT -> SLIGHT_RIGHT;
            case Instruction.TURN_RIGHT -> RIGHT;
            case Instruction.TURN_SHARP_RIGHT -> SHARP_RIGHT;
            case Instruction.U_TURN_LEFT, Instruction.U_TURN_RIGHT, Instruction.U_TURN_UNKNOWN -> TURN_BACK;
            case Instruction.USE_ROUNDABOUT, Instruction.LEAVE_ROUNDABOUT -> ROUNDABOUT;
            case Instruction.REACHED_VIA -> VIA;
            case Instruction.FINISH -> ARRIVE;
            default -> STRAIGHT;
        };
    }
}
