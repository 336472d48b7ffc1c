#pragma once

#include <functional>

namespace station {

/// Runs `work` in a program of its own (a fork) that is killed like by kill -9 before its
/// `write`-th durable write (from 1): fsync, fdatasync, rename or unlink, whichever library
/// calls it. False when it was killed; else `work` came to its end and must have returned true.
/// A test program that uses this lists killed_program.cpp among its own sources.
bool runKilledBefore(int write, const std::function<bool()> &work);

}  // namespace station
