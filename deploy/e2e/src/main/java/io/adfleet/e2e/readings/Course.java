package io.adfleet.e2e.readings;

import io.adfleet.contracts.Reading;
import io.adfleet.contracts.Topic;
import io.adfleet.e2e.fleet.Publisher;
import java.util.ArrayList;
import java.util.List;

/**
 * The order in which a workload lies on the partitions. A consumer commits a partition in that
 * order, so how many rows it has done is found by looking for a few of them.
 */
final class Course {

  private final Workload workload;
  private final int[][] rows;

  private Course(Workload workload, int[][] rows) {
    this.workload = workload;
    this.rows = rows;
  }

  /** Works out where the rows go. */
  static Course of(Workload workload, Publisher publisher, int partitions) {
    int[] ofWorkspace = new int[Workload.WORKSPACES];
    for (int w = 0; w < Math.min(Workload.WORKSPACES, workload.rows()); w++) {
      ofWorkspace[w] = publisher.partition(Topic.READINGS, workload.order(w));
    }
    List<List<Integer>> lists = new ArrayList<>();
    for (int p = 0; p < partitions; p++) {
      lists.add(new ArrayList<>());
    }
    for (int row = 0; row < workload.rows(); row++) {
      lists.get(ofWorkspace[row % Workload.WORKSPACES]).add(row);
    }
    int[][] rows =
        lists.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    return new Course(workload, rows);
  }

  /** Says all of it, partition by partition side by side. */
  void say(Publisher publisher, Workload.Pass pass) {
    int longest = 0;
    for (int[] partition : rows) {
      longest = Math.max(longest, partition.length);
    }
    for (int i = 0; i < longest; i++) {
      for (int p = 0; p < rows.length; p++) {
        if (i < rows[p].length) {
          int row = rows[p][i];
          Reading reading = workload.reading(row, pass);
          publisher.say(Topic.READINGS, p, reading.slice().key(), reading.workspaceId(), reading);
        }
      }
    }
    publisher.flush();
  }

  /** Whether the first row of any partition is committed. */
  boolean hasBegun(SnapshotsStore store, Workload.Pass pass) {
    for (int[] partition : rows) {
      if (partition.length > 0 && store.has(workload.key(partition[0]), pass.version())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the last row of every partition is committed. */
  boolean isDone(SnapshotsStore store, Workload.Pass pass) {
    for (int[] partition : rows) {
      if (partition.length > 0
          && !store.has(workload.key(partition[partition.length - 1]), pass.version())) {
        return false;
      }
    }
    return true;
  }

  /** How many rows are committed. */
  int committed(SnapshotsStore store, Workload.Pass pass) {
    int done = 0;
    for (int[] partition : rows) {
      int low = 0;
      int high = partition.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (store.has(workload.key(partition[middle]), pass.version())) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      done += low;
    }
    return done;
  }
}
