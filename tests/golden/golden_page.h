// A printed page compared with the one that was read and approved.
// VIGIE_UPDATE_GOLDEN=1 rewrites the files; read the difference.
#pragma once

#include <string>
#include <vector>

#include "printed.h"

namespace vigie::printed {

/// Without the release of the zone rules and the digests that follow from it: they differ from
/// machine to machine.
std::string lasting(const std::string& text);

/// The whole text of a file; empty when there is none.
std::string text_of(const std::string& path);

struct Golden {
  std::string name;  // of the files: NAME.en.txt, NAME.fr.txt
  std::vector<std::string> arguments;
  int columns = 100;
};

/// Runs the program in both languages; each page must be the one that was approved. `on`: what to
/// judge, after the arguments.
void expect_golden(const Golden& golden, const std::vector<std::string>& on);

}  // namespace vigie::printed
