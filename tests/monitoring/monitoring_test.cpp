// Monitoring tools that are not ours, run for real, and the outages that they open and end.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "program/workplace.h"

namespace vigie::program {
namespace {

TEST(Monitoring, slow_alertmanager_opens_and_ends_each_outage_once) {
  if (std::system("command -v prometheus-alertmanager > /dev/null 2>&1") != 0) {
    GTEST_SKIP() << "prometheus-alertmanager is absent: its webhook is tried by samples only";
  }
  const Ran ran = Workplace{}.run("cd '" + std::filesystem::current_path().string() +
                                  "' && python3 drills/alertmanager.py \"$(command -v vigie)\"");
  EXPECT_EQ(ran.exit, 0) << ran.output;
}

}  // namespace
}  // namespace vigie::program
