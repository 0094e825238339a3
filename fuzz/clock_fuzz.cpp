// A ticket thrown by the bytes is judged as the minutes say, looked at one by one.
#include "engine/clock/oracle_for_test.h"
#include "target.h"

void vigie::try_bytes(std::string_view bytes) {
  static ZonesForTest zones;
  random_for_test::Dice dice{bytes};
  must(random_for_test::difference_of_random_ticket(dice, zones).empty(),
       "the clock and the minutes agree");
}
